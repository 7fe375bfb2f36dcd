import type { RequestState } from '@/contract/views'
import type { Fate } from '@/domain/erasure'

/** What became of a request about somebody's own data: written answers, with the reason where it is a no. */

export const requestTexts: Record<'erase' | 'correct' | 'close', string> = {
  erase: '请求删除',
  correct: '请求更正',
  close: '注销账号',
}
export const requestStates: Record<RequestState, string> = {
  working: '正在办',
  asked: '等人答复',
  done: '办好了',
  refused: '没有同意',
}

export const outcomeText: Record<'erased' | 'open' | 'handed-over' | 'profile' | 'unsent' | 'account', string> = {
  erased: '已经删掉：您写的话、说的话、照片、名字和电话都没有了，只留下办过一件事的数字。',
  open: '还在办，现在不能删：办事的人要用。办完或者撤回以后再点一次删除。',
  'handed-over': '还在办，继续办下去，不再挂在这个账号上。用查询码或打电话查进度。',
  profile: '您自己填的名字、电话、出生日期，普法课堂前提的问题、定的提醒，已经删掉。',
  unsent: '传上来没有用上的照片、录音已经删掉。',
  account: '账号注销了，这个微信和这里再没有关系。消息也删掉了。',
}

export const restrictedText = ({ row }: Extract<Fate, { how: 'restricted' }>): string =>
  `按规定要存档，不能删：${row.what || '这类档案'}的保管期限没有满（${row.certainty}）。从现在起只存着，谁也打不开；督查要看，先写理由，留下记录。依据：个人信息保护法第四十七条第二款。`

export const requestTitles = {
  profile: '我填的资料',
  unsent: '没用上的照片和录音',
  account: '账号',
  matter: '一件事',
}

/** To whoever is responsible, and back; nobody is named: it may be read over a shoulder. */
export const correctionAsked = '有人请您更正一件事里写错的个人信息，请在「我」里的「个人信息请求」答复。'
export const correctionAnswered = (ok: boolean): string =>
  ok ? '您请求更正的信息，已经改了，点「我的信息」看答复。' : '您请求更正的信息，没有改，理由在「我的信息」里。'
