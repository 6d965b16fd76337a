/**
 * Reference: VMIS-kNN on maps, the way one would write it down.
 *
 * B. Kersbergen, O. Sprangers, S. Schelter, "Serenade – Low-Latency Session-Based Recommendation in
 * e-Commerce at Scale", SIGMOD 2022. An index from item to its m newest sessions; the query walks it from
 * the newest item on, keeps the m newest sessions, scores the k most similar, and votes with the linear
 * decay of the last shared position, here kept above 0. m = 500, k = 100.
 */

const M = 500
const K = 100
const MOST_ITEMS = 20

interface Session {
  readonly items: readonly string[]
  readonly lastMs: number
}

/** The engine as `npx umiar bench core` asks for it: sessions come oldest first. */
export function createMapVmisKnn(): {
  learn(items: readonly string[], lastMs: number): void
  recommend(items: readonly string[], limit: number): string[]
} {
  const sessions: Session[] = []
  /** Sessions of each item, the newest last, at most m. */
  const sessionsOf = new Map<string, number[]>()
  const occurrences = new Map<string, number>()
  return {
    learn(items, lastMs) {
      const number = sessions.push({ items, lastMs }) - 1
      for (const item of new Set(items)) {
        const list = sessionsOf.get(item) ?? []
        list.push(number)
        if (list.length > M) list.shift()
        sessionsOf.set(item, list)
        occurrences.set(item, (occurrences.get(item) ?? 0) + 1)
      }
    },
    recommend(items, limit) {
      const visit = [...new Set(items.toReversed())].slice(0, MOST_ITEMS)
      const similarity = new Map<number, number>()
      const place = new Map<number, number>()
      visit.forEach((item, age) => {
        for (const session of sessionsOf.get(item) ?? []) {
          similarity.set(session, (similarity.get(session) ?? 0) + (visit.length - age) / visit.length)
          if (!place.has(session)) place.set(session, age + 1)
        }
      })
      const newest = [...similarity.keys()].sort((a, b) => sessions[b]!.lastMs - sessions[a]!.lastMs || b - a)
      const neighbours = newest
        .slice(0, M)
        .sort((a, b) => similarity.get(b)! - similarity.get(a)!)
        .slice(0, K)
      const scores = new Map<string, number>()
      for (const session of neighbours) {
        const weight = similarity.get(session)! * Math.max(0.1, 1 - 0.1 * place.get(session)!)
        for (const item of new Set(sessions[session]!.items)) {
          const rarity = Math.log(sessions.length / occurrences.get(item)!)
          scores.set(item, (scores.get(item) ?? 0) + weight * rarity)
        }
      }
      return [...scores]
        .sort((a, b) => b[1] - a[1])
        .slice(0, limit)
        .map(([item]) => item)
    },
  }
}
