import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createDevice, randomId } from '../src/device.ts'

const ID = 'a'.repeat(22)

/** Cookies as a browser keeps them, and every line that was written. */
function cookieJar(values: Record<string, string> = {}): { cookie: string; readonly lines: string[] } {
  const kept = new Map(Object.entries(values))
  const lines: string[] = []
  return {
    get cookie() {
      return [...kept].map(([name, value]) => `${name}=${value}`).join('; ')
    },
    set cookie(line: string) {
      lines.push(line)
      const [, name = '', value = ''] = /^(\w+)=([^;]*)/.exec(line) ?? []
      if (line.includes('Max-Age=0')) kept.delete(name)
      else kept.set(name, value)
    },
    lines,
  }
}

describe('what stays on the device', () => {
  it('is nothing while nothing was chosen, and reading writes nothing', () => {
    const jar = cookieJar({ theme: 'dark' })
    const device = createDevice(jar, true)
    expect([device.id(), device.known(), device.visitor(), device.isWithdrawing()]).toEqual([
      undefined,
      undefined,
      undefined,
      false,
    ])
    expect(jar.lines).toEqual([])
  })

  it('is the id for 183 days after a saved level, the visit until the browser closes', () => {
    const jar = cookieJar({ umiar_choice: '0' })
    const device = createDevice(jar, true)
    expect(device.keep(ID)).toBe(true)
    const names = device.visitor()
    expect(names?.anonymous_id).toBe(ID)
    expect(device.visitor()).toEqual(names)
    expect(jar.lines.slice(0, 3)).toEqual([
      'umiar_choice=;Path=/;SameSite=Lax;Secure;Max-Age=0',
      `umiar_id=${ID};Path=/;SameSite=Lax;Secure;Max-Age=${183 * 24 * 60 * 60}`,
      `umiar_visit=${names?.session_id};Path=/;SameSite=Lax;Secure`,
    ])
  })

  it('is not marked Secure on a page without HTTPS, where the browser would refuse it', () => {
    const jar = cookieJar()
    createDevice(jar, false).refuse()
    expect(jar.lines[0]).not.toContain('Secure')
  })

  it('names nobody after a refusal, and says that a withdrawal is under way until the visit has ended', () => {
    const device = createDevice(cookieJar({ umiar_id: ID }), false)
    device.visitor()
    device.refuse()
    expect([device.visitor(), device.known(), device.id()]).toEqual([undefined, undefined, ID])
    expect(device.isWithdrawing()).toBe(true)
    device.endVisit()
    expect(device.isWithdrawing()).toBe(false)
  })

  it('can be removed altogether', () => {
    const jar = cookieJar({ theme: 'dark', umiar_choice: '0', umiar_id: ID, umiar_visit: ID })
    createDevice(jar, false).forget()
    expect(jar.cookie).toBe('theme=dark')
  })

  it('is kept in memory where cookies are refused silently, and the caller hears it', () => {
    const jar = {
      get cookie() {
        return ''
      },
      set cookie(_line: string) {},
    }
    const device = createDevice(jar, false)
    expect(device.keep(ID)).toBe(false)
    expect(device.visitor()).toEqual(device.visitor())
    expect(device.known()).toBe(ID)
    expect(device.refuse()).toBe(false)
    expect(device.known()).toBeUndefined()
    device.forget()
    expect(device.id()).toBeUndefined()
  })

  it('counts as absent in any other form', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[^;\s]*$/), (value) => {
        fc.pre(!/^[\w-]{22}$/.test(value) && value !== '0')
        expect(createDevice(cookieJar({ umiar_id: value }), false).id()).toBeUndefined()
      }),
    )
  })

  it('is not confused by a cookie whose name ends like ours', () => {
    expect(createDevice(cookieJar({ old_umiar_id: ID }), false).id()).toBeUndefined()
  })
})

describe('an id', () => {
  it('is 128 random bits in 22 characters of base64url', () => {
    const ids = new Set(Array.from({ length: 200 }, () => randomId()))
    expect(ids.size).toBe(200)
    for (const id of ids) expect(Buffer.from(id, 'base64url').toString('base64url')).toBe(id)
    expect(Buffer.from(randomId(), 'base64url')).toHaveLength(16)
  })
})
