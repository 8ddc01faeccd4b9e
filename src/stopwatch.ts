/** Measures stages one after another. */
export interface Stopwatch {
  /** Milliseconds by stage, in the order of the laps. */
  readonly laps: Readonly<Record<string, number>>
  /** Ends the stage that began at the last lap (or the start) and names it. */
  lap(stage: string): void
}

/** A stopwatch that runs from now on; `onLap` is called at the end of each stage and counts with it. */
export function stopwatch(onLap: () => void = () => undefined): Stopwatch {
  const laps: Record<string, number> = {}
  let last = performance.now()
  return {
    laps,
    lap(stage) {
      onLap()
      const now = performance.now()
      laps[stage] = Math.round(now - last)
      last = now
    },
  }
}
