/** Where a case is referred to (实施意见 五(二), 一门受理、协同办理), and the words by which an answer names it. */
const departments: readonly (readonly [department: string, words: RegExp])[] = [
  ['医保局', /医保|医疗救助|医疗保障/],
  ['住建局', /住建|危房|住房/],
  ['教育局', /教育|助学|学校/],
  ['人社局', /人社|就业|社保/],
  ['应急局', /应急|受灾|灾害/],
  ['乡村振兴局', /乡村振兴|扶贫/],
  ['残联', /残联|残疾人证|评残|康复/],
  ['卫健委', /卫健|医院|精神卫生/],
  ['公安局', /公安|派出所|户口|户籍/],
]

/** The department that the text of an answer refers a case to, or null when it names none. */
export function referredTo(text: string): string | null {
  return departments.find(([, words]) => words.test(text))?.[0] ?? null
}
