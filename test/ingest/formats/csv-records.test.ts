import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import { csvRecords } from '../../../src/ingest/formats/csv-records.js'

const parsed = vi.hoisted(() => ({ characters: 0 }))

vi.mock('csv-parse/sync', async (original) => {
  const csv = await original<typeof import('csv-parse/sync')>()
  return {
    ...csv,
    parse: (text: string, options: object) => {
      parsed.characters += text.length
      return csv.parse(text, options)
    },
  }
})

async function fieldsOf(text: string): Promise<(readonly string[])[]> {
  async function* once() {
    yield text
  }
  const all: (readonly string[])[] = []
  for await (const records of csvRecords(once(), ',')) all.push(...records.map(({ fields }) => fields))
  return all
}

it('reads text without any quote as it reads the same text before a quoted line', async () => {
  const field = fc.constantFrom('', ' ', '张三', '340199199001011234', '\t1', "'02", '=1', 'a b', '，')
  const line = fc.array(field, { minLength: 1, maxLength: 4 }).map((fields) => fields.join(','))
  const end = fc.constantFrom('\n', '\r\n', '\r')
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(line, end), { maxLength: 8 }), fc.boolean(), async (lines, ended) => {
      const text = lines.map((parts) => parts.join('')).join('')
      const plain = ended ? text : text.replace(/(\r\n|\n|\r)$/, '')
      const whole = await fieldsOf(`${text}"end","of it"`)
      // A last line of nothing is no record unless its line end says that it is one.
      expect(await fieldsOf(plain)).toEqual(
        plain === '' ? [] : whole.slice(0, plain === text || !/[\r\n]$/.test(plain) ? -1 : -2),
      )
    }),
    { numRuns: 500 },
  )
})

it('keeps the lines apart that each begin with a quote without a partner', async () => {
  const lines = ['姓名,备注', '"张清,低保', '"李小河,特困', '王丽,"甲', '赵山,"乙', '孙海,无']
  expect(await fieldsOf(`${lines.join('\n')}\n`)).toEqual(lines.map((line) => line.split(',')))
})

it.each([
  '"5寸',
  '"5寸"管',
  '5"管,"6寸',
])('looks at no more than a hundred lines for each that has the remark %s', async (remark) => {
  const count = 2000
  const lines = Array.from({ length: count }, (_, i) => ['张清', String(i), '340199199001011234', remark])
  const text = lines.map((line) => `${line.join(',')}\n`).join('')
  parsed.characters = 0
  expect(await fieldsOf(text)).toEqual(lines.map((line) => line.join(',').split(',')))
  // A record has 60 lines at the most; looking at all the text for each line would be a thousand lines for each.
  expect(parsed.characters / text.length).toBeLessThan(100)
})
