import { buildCounty } from './matching-county.js'
import { Session } from 'node:inspector/promises'
const { matchPersons } = await import(process.argv[2] + '/match/match-persons.js')
const county = buildCounty({ seed: 1, large: 1000000, small: 300000, damaged: 0.04, profile: { 'one-digit': 0.4, swapped: 0.15, 'missing-digit': 0.08, 'extra-digit': 0.04, 'two-digits': 0.05, rounded: 0.13, masked: 0.1, blank: 0.05 }, nameNoise: 0.015 })
const s = new Session(); s.connect()
await s.post('HeapProfiler.startSampling', { samplingInterval: 65536, includeObjectsCollectedByMajorGC: true, includeObjectsCollectedByMinorGC: true } as any)
matchPersons({ records: county.records, duplicates: [], past: [], judgements: [], month: '2026-11' })
const { profile } = await s.post('HeapProfiler.stopSampling')
const self = new Map<string, number>()
const walk = (n: any, parent: string) => { const k = n.callFrame.functionName + ' ' + n.callFrame.url.split('/').slice(-2).join('/') + ':' + n.callFrame.lineNumber; self.set(k + ' < ' + parent, (self.get(k + ' < ' + parent) ?? 0) + n.selfSize); for (const c of n.children) walk(c, k) }
walk(profile.head, '')
for (const [k, v] of [...self].sort((a, b) => b[1] - a[1]).slice(0, 45)) console.log((v / 1e6).toFixed(0).padStart(5), k)
