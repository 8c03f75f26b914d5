import { type Address, readPostcode } from '../../../shared/domain/address.ts'
import { RuleBroken } from '../rule-broken.ts'

/** Columns of an address. A postcode that looks Dutch must be one; a foreign one stays as written. @throws RuleBroken postcodeInvalid */
export function addressValues(address: Address, path = '') {
  return {
    street: address.street,
    house_number: address.houseNumber,
    house_suffix: address.houseSuffix,
    postcode: postcodeValue(address.postcode, `${path}postcode`),
    city: address.city,
  }
}

function postcodeValue(text: string, field: string): string {
  const postcode = readPostcode(text)
  if (postcode !== null) return postcode
  // Four digits are the beginning of a Dutch postcode that somebody knew only in part.
  if (/^\d{4}\s*[a-z]+$/i.test(text)) throw new RuleBroken('postcodeInvalid', { field, value: text })
  return text
}
