import { isDay } from './time'

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECKS = '10X98765432'

/**
 * What is wrong with an 18-digit resident identity number (GB 11643-1999), or undefined if it holds together:
 * its length, its birth date, its check digit. Whether the birth lies in the future is asked with `bornBy`.
 */
export function identityNumberProblem(
  text: string,
): 'id-length' | 'id-characters' | 'id-birth' | 'id-check' | undefined {
  if (text.length !== 18) return 'id-length'
  if (!/^\d{17}[\dX]$/.test(text)) return 'id-characters'
  if (!isDay(birthOf(text))) return 'id-birth'
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(text[place]), 0)
  return CHECKS[sum % 11] === text[17] ? undefined : 'id-check'
}

/** The birth day that an identity number carries. */
export const birthOf = (idNumber: string): string =>
  `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`

const CREDIT = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** Whether a unified social credit code (GB 32100-2015, mod 31; alphabet from memory) holds together. */
export function isCreditCode(text: string): boolean {
  if (text.length !== 18 || [...text].some((c) => !CREDIT.includes(c))) return false
  const sum = CREDIT_WEIGHTS.reduce((total, weight, place) => total + weight * CREDIT.indexOf(text.charAt(place)), 0)
  return CREDIT[(31 - (sum % 31)) % 31] === text[17]
}

/** Chinese mobile, or a landline with its area code. */
export const isPhone = (text: string): boolean => /^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/.test(text)

/** `138****2716`, `150***********271X`, `宝**`: enough to recognise one's own, too little to use. */
export const maskPhone = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`
export const maskIdNumber = (idNumber: string): string => `${idNumber.slice(0, 3)}***********${idNumber.slice(-4)}`

/** The sex that an identity number carries: its last but one digit, odd for a man. */
export const sexOf = (idNumber: string): 'male' | 'female' => (Number(idNumber[16]) % 2 === 1 ? 'male' : 'female')
