import { describe, expect, it } from 'vitest'
import { SharedSync } from '../src/shared-sync.ts'

/** A step that the test finishes by hand. */
function manual() {
  const begun: { finish: () => void; fail: (error: Error) => void }[] = []
  const shared = new SharedSync(() => new Promise<void>((finish, fail) => begun.push({ fail, finish })))
  return { begun, shared }
}

describe('a shared step', () => {
  it('begins at once when none is running', async () => {
    const { begun, shared } = manual()
    const first = shared.settle()
    expect(begun).toHaveLength(1)
    begun[0]!.finish()
    await first
  })

  it('runs once more for all who asked while one was running, after it', async () => {
    const { begun, shared } = manual()
    const first = shared.settle()
    const later = [shared.settle(), shared.settle(), shared.settle()]
    expect(begun).toHaveLength(1)
    begun[0]!.finish()
    await first
    await Promise.resolve()
    expect(begun).toHaveLength(2)
    begun[1]!.finish()
    await Promise.all(later)
    expect(begun).toHaveLength(2)
  })

  it('tells a failure to those who shared it, and the next runs all the same', async () => {
    const { begun, shared } = manual()
    const first = shared.settle()
    const second = shared.settle()
    begun[0]!.fail(new Error('lost'))
    await expect(first).rejects.toThrow('lost')
    await Promise.resolve()
    begun[1]!.finish()
    await second
  })
})
