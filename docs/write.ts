// Writes the generated pages of the manual: npm run docs
import { writeFileSync } from 'node:fs'
import { pages } from './pages.js'

for (const [name, page] of Object.entries(pages)) writeFileSync(new URL(name, import.meta.url), page())
