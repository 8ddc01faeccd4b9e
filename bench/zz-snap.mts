import { writeHeapSnapshot } from 'node:v8'
import { buildCounty } from '/work/main/bench/matching-county.ts'
import { matchPersons } from '/work/main/dist/match/match-persons.js'
const county = buildCounty({ seed: 1, large: 200000, small: 60000, damaged: 0.04, profile: { 'one-digit': 0.4, swapped: 0.15, 'missing-digit': 0.08, 'extra-digit': 0.04, 'two-digits': 0.05, rounded: 0.13, masked: 0.1, blank: 0.05 }, nameNoise: 0.015 })
globalThis.gc?.(); console.log('start',process.memoryUsage())
const m = matchPersons({ records: county.records, duplicates: [], past: [], judgements: [], month: '2026-11', onStage: (s)=>{ globalThis.gc?.(); const u=process.memoryUsage(); console.log(s,(u.heapUsed/1e6).toFixed(1),'ext',(u.external/1e6).toFixed(1),'ab',(u.arrayBuffers/1e6).toFixed(1)); if(s===process.env.AT) writeHeapSnapshot('/tmp/x.heapsnapshot')} })
console.log(m.persons.length)
