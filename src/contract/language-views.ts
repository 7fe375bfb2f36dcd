/** One recorded prompt: where it is played, what it says in Chinese, which file, how long in seconds. */
export type PromptView = { id: string; where: string; zh: string; file: string; seconds: number }

/** Reviewed Mongolian, `[Chinese, Mongolian]`; without `rows` the phone's own version is still right. */
export type LanguageTable = {
  version: string
  rows?: [zh: string, text: string][]
  /** Where the prompts' files are: a folder beside the pages, or an address. */
  at?: string
  prompts?: PromptView[]
}
