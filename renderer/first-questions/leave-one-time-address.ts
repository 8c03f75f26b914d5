/** The window is let in at an address that works once; what it shows is the first screen. Whichever script comes first sees to it. */
export function leaveOneTimeAddress(): void {
  if (location.pathname === '/open') history.replaceState(null, '', '/')
}
