// What every call answers: a value, or an error with a code the screens have words for (locales errors.json).

/** All error codes that can cross the contract. A code without words in both languages fails a test. */
export const errorCodes = [
  // dispatch
  'unknownMethod',
  'badInput',
  'unexpected',
  /** The window's own: the backend cannot be reached any more. */
  'disconnected',
  /** The desktop shell's: the backend stopped and was started again while this was under way. */
  'backendRestarted',
  // the book and its file
  'noBookOpen',
  'bookInUse',
  'bookNewer',
  'bookDamaged',
  'bookExists',
  'bookLocationUnfit',
  'folderReadOnly',
  'notInExample',
  'notInThisShell',
  'backupDamaged',
  'backupFailed',
  'ibanInvalid',
  'diskFull',
  // keeping in step
  /** The folder is the shared folder of another book. */
  'folderOfOtherBook',
  /** Nothing can be read or written there. */
  'folderUnusable',
  // what is sealed
  /** The key is not to be had on this computer now. */
  'keyMissing',
  /** A sealed value was changed or moved by something else than this program. */
  'sealedDamaged',
  /** The cryptography of this computer gives wrong answers. */
  'sealingBroken',
  'sheetLineWrong',
  'sheetOfOther',
  'sheetGroupWrong',
  'sheetNotBegun',
  'sheetFirst',
  'passphraseWrong',
  'passphraseTooShort',
  // files with a whole book in them
  'copyNeedsSheet',
  'bookFileUnknown',
  'bookFileDamaged',
  'bookFileNewer',
  'sheetNotOfFile',
  'wordsWrong',
  // keeping a book together
  'sharingNeedsSheet',
  'sharedAlready',
  'notShared',
  'notYourTask',
  /** Nobody took anybody off who took them off: there is nothing for the sheet to decide. */
  'notDisputed',
  'noInvitation',
  'invitationWords',
  'invitationOld',
  'invitationGone',
  'sameFolder',
  // journal
  'undoBlocked',
  'nothingToUndo',
  'workgroupNotOne',
  'workgroupNewer',
  'workgroupChanged',
  // files between books
  'betweenNotCard',
  'betweenCardChanged',
  'betweenCardOwn',
  'betweenSameKind',
  'betweenWordsWrong',
  'betweenNotOne',
  'betweenDamaged',
  'betweenNotForUs',
  'betweenStranger',
  'betweenForged',
  'betweenRenamed',
  'betweenWrongWay',
  'betweenNewer',
  /** The same file, or an older one than was taken in last. */
  'betweenAgain',
  'betweenOlder',
  'betweenGone',
  'notFound',
  // files in and out
  'fileTooBig',
  'fileEmpty',
  'fileGone',
  // reading a list
  'importOldExcel',
  'importOpenDocument',
  'importNumbers',
  'importProtected',
  'importNotAList',
  'importDamaged',
  'importUnsafe',
  'importTooSlow',
  'importTooManyRows',
  'importTooManyColumns',
  'importCellTooLong',
  'importQuoteOpen',
  'importNoRows',
  'importGone',
  'importNoNameColumn',
  'importNothing',
  'importBookChanged',
  // reading a bank file
  'bankFileUnknown',
  'bankFileExcel',
  'bankFilePdf',
  'bankFileZip',
  'bankFileDoctype',
  'bankFileDamaged',
  'bankFileCutOff',
  'bankFileWrongXml',
  'bankFileNotification',
  'bankFileOrder',
  'bankFileNoStatement',
  'bankFileField',
  'bankFileAmount',
  'bankFileDay',
  'bankFileCurrency',
  'bankFileRow',
  'bankFileQuote',
  'bankFileExcelDates',
  'bankFileBalanceList',
  'bankFileSavings',
  'bankFileTooMuch',
  'bankFileTooSlow',
  // people
  'nameMissing',
  'phoneTooShort',
  'phoneTooLong',
  'phoneLetters',
  'phoneDigitsLost',
  'phoneUnknown',
  'emailInvalid',
  'birthYearInvalid',
  'postcodeInvalid',
  'dayBeforeStart',
  'dayInFuture',
  'notMember',
  'alreadyMember',
  'alreadyInGroup',
  'personGone',
  'useRestricted',
  'personErased',
  'eraseStillBelongs',
  'eraseDuesOpen',
  'eraseCreditLeft',
  'eraseOwesBack',
  'erasePaysForOthers',
  'eraseMandateKept',
  // binnenbuurten and roles
  'groupClosed',
  'groupInUse',
  'groupNameTaken',
  'alreadyInRole',
  'roleEndedAlready',
  'samePerson',
  // organisations and initiatives
  /** Somebody has or had a role there. */
  'organisationInUse',
  'targetNeedsNumber',
  'targetNeedsAreas',
  'targetSourceUnfit',
  'loyalMoreThanOutOf',
  'measurementMoreThanWhole',
  // gatherings
  'gatheringNotYetHeld',
  'gatheringCalledOff',
  'gatheringDayFarAway',
  'personNotAbsent',
  'followUpAlreadyOpen',
  'followUpClosed',
  'doneInFuture',
  // neighbours who help each other, newcomers
  'helpRequestClosed',
  'helpsThemself',
  'helpAskedLater',
  'jobEndsFirst',
  'invitedThemself',
  // care
  /** Care is shut: it has to be opened first. */
  'careLocked',
  /** A text holds a citizen service number. */
  'bsnInText',
  /** What was chosen or written says something that is only kept with consent. */
  'consentNeeded',
  'ownerNeeded',
  'nextDayPast',
  'signalClosed',
  'organisationNeeded',
  // pairs
  'programmeInUse',
  'alreadyWaiting',
  'notWaiting',
  'dayAfterEnd',
  'pairNeedsTwo',
  'pairSideGone',
  'codeWrong',
  'sealedClosed',
  'keepTooLong',
  // dues
  'duesOff',
  'noMembership',
  'nobodyToAgreeWith',
  'feePlanInUse',
  'feePlanNeedsRate',
  'agreementBeforeMembership',
  'percentTooHigh',
  'reductionTooHigh',
  'dayInFuture',
  'dayLongAgo',
  'paymentLooksDouble',
  'divisionMoreThanPaid',
  'divisionMoreThanOpen',
  'dueNotOpen',
  'waiverMoreThanOpen',
  'alreadyReversed',
  'creditWasRefunded',
  'refundMoreThanCredit',
  // gatherings that return, and what belongs to one
  'countedByName',
  'seriesEnded',
  'seriesDayTaken',
  'checkInEmpty',
  'checkInCodeUnknown',
  'checkInAnsweredBefore',
  'liftTwice',
  'liftFull',
  'measureBeforeFound',
  // the treasurer's books
  'yearClosed',
  'yearNotOver',
  'yearOutOfOrder',
  'yearDuesToRun',
  'bookingNeedsWords',
  'bookingOfBank',
  'partOfWriteOff',
  'samePlace',
  // taking in files of the bank
  'bankFileKnown',
  'bankFileAltered',
  'bankAccountUnnamed',
  'bankSameLinesOpen',
  // reminders
  'accountMissing',
  'lettersTooOld',
  'pauseNeedsDay',
  'pauseInPast',
  // direct debit
  'creditorIdInvalid',
  'noCreditorId',
  'holderUnwritable',
  'mandateReferenceInvalid',
  'mandateReferenceTaken',
  'mandateEnded',
  'mandateTooOld',
  'collectDayClosed',
  'collectDayTooSoon',
  'nothingToCollect',
  'overMonthLimit',
  'announcedTooLate',
  'collectionNotAnnounced',
  'collectionNotExported',
  'collectionOutdated',
  'collectionFileDiffers',
  'collectionSubmitted',
  'collectionCancelled',
  'collectionSettled',
  'collectionSumDiffers',
  'submitTooLate',
  // lines of the bank
  'bankNothingCertain',
  'bankLinesChanged',
  'bankLineDone',
  'bankPartsDiffer',
  'bankPaymentDiffers',
  'bankNotOutgoing',
  'bankLineOfCollection',
  // in step with other computers
  /** A file of another computer bears a time of more than ten years from now. */
  'syncClockFarOff',
  /** The two versions are not there any more: somebody chose already. */
  'differenceGone',
  /** Erasing for good is only for what lies in the bin. */
  'eraseNotInTrash',
  // updates
  'updateNotReady',
] as const

export type ErrorCode = (typeof errorCodes)[number]

/** Values that fill the words of an error: counts, names of fields, days. JSON only. */
export type ErrorDetails = Readonly<Record<string, string | number | boolean | null>>

/** One thing that is wrong. */
export interface Wrong {
  readonly code: ErrorCode
  readonly details: ErrorDetails
}

export interface ReplyError extends Wrong {
  /** What else is wrong with what was put in, of other fields; left out when nothing is. */
  readonly others?: readonly Wrong[]
}

export type Reply<Value = unknown> =
  | {
      readonly ok: true
      readonly value: Value
      /**
       * Up to where others had been heard of when this was read, while the book is shared. A window sends it back with what is filled in
       * upon it; what came later was not seen by whoever filled that in.
       */
      readonly seen?: string
    }
  | { readonly ok: false; readonly error: ReplyError }
