/// <reference types="@tarojs/taro" />

declare module '*.css'
declare module '*.png'

declare module '*/aria-attributes.js' {
  const attributes: Record<string, Record<string, string>>
  export default attributes
}

declare module '*/used-attributes.js' {
  export const usedAttributes: Record<string, readonly string[]>
  export function isUsed(component: string, name: string): boolean
}

declare namespace NodeJS {
  interface ProcessEnv {
    TARO_ENV: 'weapp' | 'h5'
  }
}
