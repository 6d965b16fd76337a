import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import * as recommender from '../src/index.ts'

it('the snippet of the README does what its comments say', () => {
  const text = fs.readFileSync(path.join(import.meta.dirname, '../README.md'), 'utf8')
  const snippet = /```ts\n([\s\S]*?)```/
    .exec(text)![1]!
    .replace(/^import .*$/m, 'const { Model, ModelState } = recommender')
  const run = new Function('recommender', `${snippet}\nreturn { after, before }`)
  const { after, before } = run(recommender) as Record<string, readonly recommender.ScoredItem[]>
  expect(before!.map(({ itemId }) => itemId as string).sort()).toEqual(['mug', 'strainer'])
  expect(before!.every(({ cause }) => cause === 'teapot')).toBe(true)
  expect(after!.map(({ itemId }) => itemId)).toEqual(['mug'])
})
