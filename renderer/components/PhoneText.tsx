/** A phone number, whole on one line: "06-" at the end of one and the rest on the next is read wrong over the telephone. */
export function PhoneText({ phone }: { readonly phone: string }) {
  return <bdi className="nowrap">{phone}</bdi>
}
