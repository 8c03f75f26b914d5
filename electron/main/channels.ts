// The two names the shell and its preload share. The preload has them again, written out: it is one file without imports.

export const callChannel = 'buurtboek:call'
export const eventChannel = 'buurtboek:event'
