import fc from 'fast-check'
import { expect, it } from 'vitest'
import { csvRecords } from '../../../src/ingest/formats/csv-records.js'

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
])('needs no more than a moment for a remark %s in each line', async (remark) => {
  const count = 8000
  const lines = Array.from({ length: count }, (_, i) => ['张清', String(i), '340199199001011234', remark])
  const begun = performance.now()
  expect(await fieldsOf(lines.map((line) => `${line.join(',')}\n`).join(''))).toEqual(
    lines.map((line) => line.join(',').split(',')),
  )
  expect(performance.now() - begun).toBeLessThan(5_000)
})
