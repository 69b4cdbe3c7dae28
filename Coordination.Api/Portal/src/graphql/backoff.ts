const firstMs = 500;
const ceilingMs = 30_000;

/** Wait before retry number `attempt` (0 first): doubles from 0.5 s to 30 s, of which up to half is taken away at random. */
export function backoff(attempt: number, random: () => number = Math.random): number {
  const full = Math.min(ceilingMs, firstMs * 2 ** Math.min(attempt, 10));
  return Math.max(firstMs, full * (1 - random() / 2));
}
