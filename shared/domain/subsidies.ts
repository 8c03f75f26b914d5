/** So many days before the day an account is asked for it asks attention: there may be receipts to find. */
export const accountDaysAhead = 42

/** Whether it must be accounted for soon, or had to be already. @param daysLeft null when nothing is to be accounted for */
export function isAccountNear(daysLeft: number | null): boolean {
  return daysLeft !== null && daysLeft <= accountDaysAhead
}
