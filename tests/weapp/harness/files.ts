type Ends = { success?: (result: object) => void; fail?: (error: object) => void }
type At = Ends & { filePath: string; dirPath: string; srcPath: string; destPath: string; path: string }

/** Files of the app's own; they outlive a restart as what is stored does. Temporary ones die with the app. */
export function filesOn(storage: Map<string, unknown>, temporary: () => ReadonlyMap<string, Uint8Array> | undefined) {
  const own = (path: string) => storage.get(`file ${path}`)
  const read = (path: string) => own(path) ?? temporary()?.get(path)
  const later = (ok: boolean, { success, fail }: Ends, result: object = {}) =>
    void setTimeout(() => (ok ? success?.(result) : fail?.({ errMsg: 'fail no such file or directory' })))
  const inside = (folder: string) =>
    [...storage.keys()].flatMap((key) =>
      key.startsWith(`file ${folder}/`) ? [key.slice(`file ${folder}/`.length)] : [],
    )
  return {
    writeFileSync: (path: string, data: string) => void storage.set(`file ${path}`, data),
    readFileSync: (path: string) => {
      const kept = own(path)
      if (kept === undefined) throw new Error('no such file or directory')
      return kept
    },
    getFileInfo: (at: At) => {
      const found = read(at.filePath) as { length: number } | undefined
      later(found !== undefined, at, { size: found?.length })
    },
    mkdir: (at: At) => later(true, at),
    copyFile: (at: At) => {
      const found = read(at.srcPath)
      if (found !== undefined) storage.set(`file ${at.destPath}`, found)
      later(found !== undefined, at)
    },
    access: (at: At) => later(own(at.path) !== undefined, at),
    readdir: (at: At) => later(true, at, { files: inside(at.dirPath) }),
    unlink: (at: At) => later(storage.delete(`file ${at.filePath}`), at),
    rmdir: (at: At) => {
      for (const name of inside(at.dirPath)) storage.delete(`file ${at.dirPath}/${name}`)
      later(true, at)
    },
  }
}
