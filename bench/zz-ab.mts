import { buildCounty } from './matching-county.js'
const { matchPersons } = await import(process.argv[2] + '/match/match-persons.js')
const county = buildCounty({ seed: 1, large: 1000000, small: 300000, damaged: 0.04, profile: { 'one-digit': 0.4, swapped: 0.15, 'missing-digit': 0.08, 'extra-digit': 0.04, 'two-digits': 0.05, rounded: 0.13, masked: 0.1, blank: 0.05 }, nameNoise: 0.015 })
globalThis.gc?.()
const start = performance.now(); const cpu = process.cpuUsage(); const marks: string[] = []; let last = 0
matchPersons({ records: county.records, duplicates: [], past: [], judgements: [], month: '2026-11', onStage: (s: string) => { const n = (performance.now() - start) / 1000; console.log("STAGE", s); marks.push(`${s} ${(n - last).toFixed(2)}`); last = n } })
const u = process.cpuUsage(cpu)
console.log(process.argv[2], ((performance.now() - start) / 1000).toFixed(2), 'cpu', ((u.user + u.system) / 1e6).toFixed(1), Math.round(process.resourceUsage().maxRSS / 1024), 'MiB', marks.join(' '))
