/** Where a case stands (线索状态). */
export type CaseState = '待核' | '退回补核' | '重开' | '办理中' | '已核' | '已闭环'

/** Every state with what it means, in the order of a case's life: the legend of the ledger and the manual. */
export const caseStates: Readonly<Record<CaseState, string>> = {
  待核: '已下发，还没有可用的答复',
  退回补核: '答复不能用或相互矛盾，等重新答复',
  重开: '答复后事实有变化、免问期满、与名册不符，或消除后再次出现，重新下发',
  办理中: '属实，正在办理，等办理结果',
  已核: '已有结论，等下月名册核对是否落实',
  已闭环: '已落实、已消除或不属实，不再下发',
}

/** States in which a township still owes an answer. */
export const askingStates: readonly CaseState[] = ['待核', '退回补核', '重开']
