import { defineChange, noted } from '../change.js'

/** 无记录减少: gone from the roster, and no list says why. */
export default defineChange({
  id: 'unexplained',
  title: '无记录减少',
  turn: 'left',
  precedence: 9,
  restsOnRoster: true,
  test: () => noted('没有死亡、停保、减员或转项目记录'),
})
