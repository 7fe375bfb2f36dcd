/**
 * How alike two reports are, by what people say: pieces of one and two characters, without what everybody says. What is
 * kept of a report for later are its marks (MinHash): of two reports, as large a share of the marks is the same as of
 * their pieces, so that nobody needs the words to find the few worth comparing.
 */

// One thing, said in two ways.
const SAME: readonly [RegExp, string][] = [
  [/没电|断电|跳闸/g, '停电'],
  [/没水|断水|不出水|不来水/g, '停水'],
  [/娃娃|娃子|小孩子?|学生/g, '孩子'],
  [/马路|公路|道路|村道|土道|大道/g, '路'],
  [/路灯杆|照明灯/g, '路灯'],
  [/坏掉|坏了|损坏|断掉|断了|断裂|破损|不亮/g, '坏'],
  [/垃圾堆|脏东西|废弃物/g, '垃圾'],
  [/臭味|味道大|气味|难闻|熏人/g, '臭'],
  [/大坑|坑洼|坑坑洼洼|坑包|泥坑/g, '坑'],
  [/工钱|劳务费|薪水|血汗钱/g, '工资'],
  [/拖着|拖欠|欠着|不给|没给|没发|不发/g, '欠'],
  [/补助款?|补贴款|补贴金|直补/g, '补贴'],
  [/没到账|没收到|没领到|没打来|没打到/g, '没到'],
  [/地界|地边子?|边界|界线/g, '地界'],
  [/草牧场|草原|牧场/g, '草场'],
  [/耕地|承包地|口粮田/g, '地'],
  [/危险|害怕|不安全|容易出事/g, '危险'],
  [/下水道?|排水沟?|污水管?/g, '排水'],
  [/堵了|堵住|堵塞|不通/g, '堵'],
  [/变压器|电压不稳|电压低/g, '电压'],
]
// Everybody says it: it tells no two things apart.
const EVERYBODYS =
  /希望|领导|有关部门|相关部门|部门|尽快|解决|处理|反映|反应|问题|情况|我们|咱们|我家|大家|老百姓|百姓|群众|村民|你好|您好|谢谢|麻烦|帮忙|帮助|请|现在|已经|一直|好几|多次|没人管|没有人|没人|管管|看看|一下|村里|嘎查|我村|本村|这里|那里|这个|那个|怎么|什么|非常|特别|实在|因为|所以|但是|就是|都是|还是|还有|不能|不了|可以|应该|[的了吗呢吧啊呀着过是在有和跟也都就还很又把被给让到说要会能这那个些]/g

/** The pieces of a text; a text of nothing but what everybody says has none. */
export function piecesOf(text: string): string[] {
  const plain = SAME.reduce((said, [way, word]) => said.replace(way, word), text.normalize('NFKC').toLowerCase())
  const runs = plain.replace(EVERYBODYS, ' ').match(/[\p{L}\p{N}]+/gu) ?? []
  const pieces = runs.flatMap((run) => {
    const characters = [...run]
    return [...characters, ...characters.slice(1).map((second, n) => `${characters[n]}${second}`)]
  })
  return [...new Set(pieces)]
}

/** How many marks a report leaves. */
export const MARKS = 64

/** Its marks, the least of the pieces under each of so many orders; none where it says nothing. */
export function marksOf(pieces: readonly string[]): number[] {
  if (pieces.length === 0) return []
  const hashes = pieces.map(hash)
  return Array.from({ length: MARKS }, (_, order) => Math.min(...hashes.map((each) => mixed(each, order))))
}

/** The share of marks that two reports have in common, 0 to 1; marks as numbers, or as whatever they were sealed into. */
export const shareOfMarks = <T extends number | string>(one: readonly T[], other: readonly T[]): number =>
  one.length === 0 || other.length === 0 ? 0 : one.filter((mark, n) => mark === other[n]).length / one.length

/** From how much on two texts are shown as alike. */
export const ALIKE = 0.25

/**
 * How alike two texts are, 0 to 1: the pieces that both have, in the share of the shorter one, as long as that says
 * enough to be compared; pieces of two characters count twice.
 */
export function alike(one: string, other: string): number {
  const [a, b] = [piecesOf(one), new Set(piecesOf(other))]
  const least = Math.max(Math.min(weight(a), weight([...b])), LEAST)
  return Math.min(1, weight(a.filter((piece) => b.has(piece))) / least)
}
// As much as four characters in a row weigh: of less, any two would be alike.
const LEAST = 10
const weight = (pieces: readonly string[]): number => pieces.reduce((sum, piece) => sum + (piece.length > 1 ? 2 : 1), 0)

/** FNV-1a over the text's code units. */
function hash(text: string): number {
  let h = 0x811c9dc5
  for (let n = 0; n < text.length; n++) h = Math.imul(h ^ text.charCodeAt(n), 0x01000193)
  return h >>> 0
}

/** One of as many orders: murmur3's last step, begun elsewhere for each. */
function mixed(h: number, order: number): number {
  let x = h ^ Math.imul(order + 1, 0x9e3779b1)
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b)
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35)
  return (x ^ (x >>> 16)) >>> 0
}
