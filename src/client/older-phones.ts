/** What this code uses and iPhones before iOS 15.4 lack: WeChat still runs there, and brings neither. */
const missing: [object, string, unknown][] = [
  [
    Array.prototype,
    'at',
    function (this: unknown[], n: number) {
      return this[n < 0 ? this.length + n : n]
    },
  ],
  [Object, 'hasOwn', (of: object, key: PropertyKey) => Object.getOwnPropertyDescriptor(of, key) !== undefined],
]

for (const [on, name, value] of missing)
  if (!(name in on)) Object.defineProperty(on, name, { value, writable: true, configurable: true })
