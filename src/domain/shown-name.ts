// The surnames that more than 99 of 100 people bear.
const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付傅方邹熊白孟秦邱丘侯江尹薛闫阎段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文庞樊兰殷施洪翟安颜倪牛温季俞章鲁葛伍申毕聂柴焦齐梅庄辛管祝左涂谷祁舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄包柏宁柯阮桂闵柳华冉辜吉饶刁瞿戚丛古滕惠艾池冀邢褚娄岳骆党岑蒙窦宫邬符芦仇尚卓臧晏储糜扈燕茅郎鞠楚巩束穆晋訾'
const doubleSurnames = '欧阳|司马|上官|诸葛|夏侯|东方|尉迟|公孙|令狐|慕容|皇甫|长孙|宇文|司徒|端木'
const name = new RegExp(`^(?:[${surnames}][\\u3400-\\u9FFF]{1,2}|(?:${doubleSurnames})[\\u3400-\\u9FFF]{1,2})$`)
const ofManySyllables = /^[\u3400-\u9FFF]+(?:·[\u3400-\u9FFF]+)+$/
// Words of rosters that begin with a surname's character.
const otherWord =
  /^(高中|高职|高小|高龄|高血压|文盲|文化|关系|常住|常年|成年|成员|白内障|安置|安全|方式|方法|金额|严重|万元|余额|程度|任务|包户|包保|管理|项目|施行|温饱|易地|易返贫|易致贫|查实|查无|查询|巩固|江淮|安徽|石棉|林业|牛羊|元|何种|姜片)$/
const place = /[镇乡村区街居组县市省庄园场]$/

/** Hides a name for messages: 张三 → 张*, 欧阳小明 → 欧**明. */
export function maskName(name: string): string {
  const characters = [...name]
  if (characters.length <= 1) return '*'
  if (characters.length === 2) return `${characters[0]}*`
  return `${characters[0]}${'*'.repeat(characters.length - 2)}${characters.at(-1)}`
}

/** `text` with every word masked that looks like a person's name: a surname and one or two characters, no 镇, 村 … at
 * the end, and none of the usual words. */
export function hideNames(text: string): string {
  return text.replace(/[\u3400-\u9FFF·]+/g, (run) =>
    (name.test(run) && !place.test(run) && !otherWord.test(run)) || ofManySyllables.test(run) ? maskName(run) : run,
  )
}
