/**
 * Where the grades part, in probabilities and bits. A wrong link can put somebody else's death or subsidy on a person, a missed one only asks a
 * question more; so linking needs far more than asking.
 */
export const thresholds = {
  /** From here a row may be linked: one wrong link in a hundred of the weakest ones, far fewer among all. Two people who both fit stay below it. */
  probable: 0.99,
  /** From here two people are shown to each other as 待人工确认. Below it the clerk would check ten namesakes for one hit. */
  possible: 0.1,
  /** However many of a roster's people another one holds as well: a row without a usable number is believed to have no counterpart there this often. */
  leastAlone: 0.1,
} as const
