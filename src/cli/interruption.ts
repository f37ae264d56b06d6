/**
 * Lets work end by itself at the first Ctrl-C or SIGTERM: `signal` tells it to. A second one ends the process at once.
 * @param told is called at the first
 */
export async function untilInterrupted<T>(
  work: (signal: AbortSignal) => Promise<T>,
  told: () => void,
): Promise<T> {
  const usual = process.listeners('SIGINT')
  const asked = new AbortController()
  const stop = (): void => {
    process.off('SIGINT', stop)
    process.off('SIGTERM', stop)
    told()
    asked.abort()
  }
  process.removeAllListeners('SIGINT')
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  try {
    return await work(asked.signal)
  } finally {
    process.off('SIGINT', stop)
    process.off('SIGTERM', stop)
    for (const listener of usual) process.once('SIGINT', listener)
  }
}
