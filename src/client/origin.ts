/** Where the server is: its own address in a mini-program built with API_URL, this page's in a browser. */
export const origin: string = process.env.API_URL || ''

/** A mini-program whose county runs a server of its own; the others call a cloud function. */
export const selfHosted = process.env.TARO_ENV === 'weapp' && origin !== ''
