import { filesOn } from './files'

/** What a phone is asked for by the product beyond pages: recorded, so that a test can look. */
export type Asked = { name: string; options: Record<string, unknown> }
type Options = Record<string, unknown> & { success?: (result: object) => void; fail?: (error: object) => void } & {
  complete?: (result: object) => void
}

export type Cloud = {
  init: (options: object) => void
  callFunction: (options: { name: string; data: unknown }) => Promise<{ result: unknown }>
  uploadFile: (options: { cloudPath: string; filePath: string }) => Promise<{ fileID: string }>
}

const settled = (answer: Promise<object>, { success, fail, complete }: Options) =>
  answer.then(
    (result) => {
      success?.(result)
      complete?.(result)
      return result
    },
    (error: Error) => {
      const said = { errMsg: error.message }
      fail?.(said)
      complete?.(said)
      if (!fail) throw error
    },
  )

/**
 * WeChat's own letters, as it says them: `base` newly (none where this WeChat is too old for it), `system` in its older
 * way, in px.
 */
export type Letters = { base?: { fontSizeSetting?: number; fontSizeScaleFactor?: number }; system?: number }

/** What the phone is like: WeChat's letters, the pictures to be taken, the voice to be heard, whether it may listen. */
export type Given = {
  letters?: Letters
  photos: string[]
  voice: string
  deaf?: boolean
  drawn?: string
  /** Nobody has agreed to the notice yet: what is private waits until somebody does. */
  holdsBack?: boolean
  /** Which buttons with `open-type="agreePrivacyAuthorization"` were pressed, by their ids. */
  agreedBy?: string
  /** What the camera, the pad and the recorder made since the app began. */
  album?: ReadonlyMap<string, Uint8Array>
  /** Whoever wants to hear that the signal is back. */
  onSignal?: (now: { isConnected: boolean }) => unknown
}

/** `wx` as a mini-program sees it, as far as the product uses it; what is missing here is missing. */
export function platform(storage: Map<string, unknown>, cloud: Cloud, asked: Asked[], given: Given) {
  const system = {
    SDKVersion: '3.5.0',
    platform: 'android',
    system: 'Android 12',
    brand: 'phone',
    language: 'zh_CN',
    windowWidth: 375,
    windowHeight: 667,
    screenWidth: 375,
    screenHeight: 667,
    pixelRatio: 2,
    statusBarHeight: 20,
  }
  const { base, system: older = 17 }: Letters = given.letters ?? { base: { fontSizeSetting: 17 } }
  const done =
    (name: string, answer: () => object = () => ({})) =>
    (options: Options = {}) => {
      const { success, fail, complete, ...rest } = options
      asked.push({ name, options: rest })
      const result = Promise.resolve().then(() => ({ errMsg: `${name}:ok`, ...answer() }))
      if (success || fail || complete) void settled(result, options)
      else return result
    }
  const inCallbacks =
    <O, R extends object>(does: (options: O) => Promise<R>) =>
    (options: O & Options) => {
      const answer = does(options)
      if (options.success || options.fail || options.complete) void settled(answer, options)
      else return answer
    }
  type Said = { event: 'agree' | 'disagree'; buttonId?: string }
  let whoAsks: ((resolve: (said: Said) => void) => void) | undefined
  /** As WeChat does it: the listener is told, and a yes counts only where that button was really pressed. */
  const heldBack =
    (name: string, does: (options: Options) => unknown) =>
    (options: Options = {}) => {
      if (!given.holdsBack || !whoAsks) return does(options)
      const said = new Promise<Said>((resolve) => whoAsks?.(resolve))
      return said.then(({ event, buttonId }) => {
        const yes = event === 'agree' && buttonId !== undefined && given.agreedBy === buttonId
        if (yes) {
          given.holdsBack = false
          return does(options) as object
        }
        const error = { errMsg: `${name}:fail privacy permission is not authorized`, errno: 104 }
        options.fail?.(error)
        options.complete?.(error)
        if (!options.fail) throw error
        return error
      })
    }

  const files = filesOn(storage, () => given.album)
  const photo = () => ({
    tempFiles: given.photos.splice(0, 1).map((tempFilePath) => ({ tempFilePath, size: 1000, fileType: 'image' })),
  })

  // One for the whole app; what was said lasts three seconds.
  const ears: Record<string, (result: object) => void> = {}
  const ear = (name: string) => (hears: (result: object) => void) => {
    ears[name] = hears
  }
  const recorder = {
    onStart: ear('start'),
    onStop: ear('stop'),
    onError: ear('error'),
    onInterruptionBegin: ear('interruption'),
    start: () => setTimeout(() => (given.deaf ? ears.error?.({ errMsg: 'auth deny' }) : ears.start?.({}))),
    stop: () => setTimeout(() => ears.stop?.({ tempFilePath: given.voice, duration: 3000, fileSize: 900 })),
  }

  const pen = new Proxy({}, { get: () => () => {}, set: () => true })
  const canvas = { width: 0, height: 0, getContext: () => pen }
  const query = () => {
    let hears: ((found: object) => void) | undefined
    const asking = {
      select: () => asking,
      fields: (_: object, hear: (found: object) => void) => {
        hears = hear
        return asking
      },
      exec: () =>
        setTimeout(() => {
          hears?.({ node: canvas, width: 300, height: 150 })
          asked.push({ name: 'createSelectorQuery', options: {} })
        }),
    }
    return asking
  }

  return {
    createSelectorQuery: query,
    canvasToTempFilePath: done('canvasToTempFilePath', () => ({ tempFilePath: given.drawn ?? '' })),
    getSystemInfoSync: () => ({ ...system, fontSizeSetting: older }),
    getWindowInfo: () => system,
    getDeviceInfo: () => system,
    ...(base && { getAppBaseInfo: () => ({ ...system, ...base }) }),
    getSystemSetting: () => ({}),
    getAppAuthorizeSetting: () => ({}),
    getLaunchOptionsSync: () => ({ path: '', query: {}, scene: 1001 }),
    getEnterOptionsSync: () => ({ path: '', query: {}, scene: 1001 }),
    canIUse: () => true,
    getStorageSync: (key: string) => storage.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => void storage.set(key, JSON.parse(JSON.stringify(value))),
    getStorageInfoSync: () => ({ keys: [...storage.keys()].filter((key) => !key.startsWith('file ')) }),
    removeStorageSync: (key: string) => void storage.delete(key),
    nextTick: (then: () => void) => setTimeout(then),
    onWindowResize: () => {},
    offWindowResize: () => {},
    setNavigationBarTitle: done('setNavigationBarTitle'),
    pageScrollTo: done('pageScrollTo'),
    makePhoneCall: done('makePhoneCall'),
    setClipboardData: heldBack('setClipboardData', done('setClipboardData')),
    previewImage: done('previewImage'),
    openSetting: done('openSetting'),
    exitMiniProgram: done('exitMiniProgram'),
    chooseMedia: heldBack('chooseMedia', done('chooseMedia', photo)),
    onNeedPrivacyAuthorization: (listener: typeof whoAsks) => {
      whoAsks = listener
    },
    getPrivacySetting: done('getPrivacySetting', () => ({
      needAuthorization: given.holdsBack === true,
      privacyContractName: '《小程序隐私保护指引》',
    })),
    requirePrivacyAuthorize: done('requirePrivacyAuthorize'),
    openPrivacyContract: done('openPrivacyContract'),
    env: { USER_DATA_PATH: 'wxfile://usr' },
    getFileSystemManager: () => files,
    onNetworkStatusChange: (hears: Given['onSignal']) => {
      given.onSignal = hears
    },
    onAppShow: () => {},
    loadFontFace: done('loadFontFace'),
    getRecorderManager: () => recorder,
    createInnerAudioContext: () => ({ onEnded() {}, onError() {}, play() {}, stop() {}, destroy() {} }),
    cloud: {
      init: cloud.init,
      callFunction: inCallbacks(cloud.callFunction),
      // With callbacks it answers at once, with something to stop it by or to follow it.
      uploadFile: (options: Parameters<Cloud['uploadFile']>[0] & Options) => {
        const answer = inCallbacks(cloud.uploadFile)(options)
        const progress = (tell: (at: object) => void) => tell({ progress: 50 })
        return options.success ? { onProgressUpdate: progress, abort() {} } : answer
      },
    },
  }
}
