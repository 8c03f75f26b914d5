// Everything that can be said about a person of a list before it is taken in. Words: imports.reasons.<code>.

export const importReasons = [
  // wrong: does not take part until it is corrected
  'noName',
  'unreadable',
  'formula',
  'phoneMissesOne',
  'phoneTooShort',
  'phoneTooLong',
  'phoneLetters',
  'phoneDigitsLost',
  'phoneUnknown',
  'emailWrong',
  'postcodeWrong',
  'birthWrong',
  'sinceWrong',
  'untilWrong',
  'endsBeforeStart',
  'tooLong',
  // possibly double: somebody decides
  'looksLike',
  'looksLikeName',
  'looksLikeMore',
  'numberTaken',
  'deceased',
  'repeatsLine',
  'mergedWithLine',
  // does not take part until somebody says so, or because somebody said so
  'saysGone',
  'isTotal',
  'isTitle',
  'isVacant',
  'stillMember',
  'leftByChoice',
  // what will happen
  'livesAt',
  'livesWith',
  'joins',
  'noAddress',
  'comesAs',
  'takesRole',
  'added',
  'becomes',
  'noteAdded',
  'rejoins',
  'same',
  // worth a look
  'phoneRepaired',
  'family',
  'manyWords',
  'oneWord',
  'manyPeople',
  'lookAt',
] as const

export type ImportReason = (typeof importReasons)[number]
