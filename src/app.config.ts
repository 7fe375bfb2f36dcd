// On weapp the colours around the page come from theme.json and follow the phone.
const around =
  process.env.TARO_ENV === 'weapp'
    ? { ground: '@ground', words: '@words', pull: '@pull' }
    : { ground: '#f4f6f8', words: 'black', pull: 'dark' }

// In a browser pages change at once: a page that slides in can't hold a sticky foot or a sheet.
const still = process.env.TARO_ENV === 'h5' ? { animation: false } : {}

// Only once WeChat has granted it: a mini-program that names it before isn't let in at all.
const place =
  process.env.TARO_ENV === 'weapp' && process.env.PIN === 'on'
    ? {
        requiredPrivateInfos: ['getLocation' as const],
        permission: { 'scope.userLocation': { desc: '您点了「标上我现在的位置」，才用来告诉办事的人问题在哪' } },
      }
    : {}

// The parts by themselves, for whoever works on them; no phone ever gets them.
const inProduction = process.env.TARO_ENV === 'weapp' && process.env.NODE_ENV === 'production'
const gallery = inProduction ? [] : [{ root: 'roles/gallery', pages: ['index'] }]

// A phone is known by its WeChat; only a desk on a computer has a login.
const joining = process.env.TARO_ENV === 'h5' ? ['invite/index', 'sign-in/index'] : ['invite/index']

// Only WeChat holds something back until she agrees; a browser asks by itself.
const privacyAsk = process.env.TARO_ENV === 'weapp' ? ['ask/index'] : []

export default defineAppConfig({
  ...still,
  ...place,
  pages: [
    'pages/home/index',
    'pages/matters/index',
    'pages/me/index',
    'pages/matter/index',
    'pages/track/index',
    'pages/circle/index',
  ],
  subPackages: [
    {
      root: 'roles/resident',
      pages: [
        'ask/index',
        'question/index',
        'report/index',
        'grievance/index',
        'knowledge/index',
        'visit/index',
        'visit/matter/index',
        'apply/index',
        'receipt/index',
        'papers/index',
        'rate/index',
      ],
    },
    {
      root: 'roles/privacy',
      pages: [
        'mine/index',
        'consents/index',
        'readers/index',
        'leave/index',
        'notice/index',
        'desk/index',
        ...privacyAsk,
      ],
    },
    {
      root: 'roles/forward',
      pages: ['list/index', 'register/index', 'group/index', 'notice/index', 'slips/index'],
    },
    { root: 'roles/lawyer', pages: ['today/index', 'matter/index'] },
    { root: 'roles/duty', pages: ['question/index', 'card/index', 'month/index', 'calls/index'] },
    { root: 'roles/organisation', pages: ['list/index', 'matter/index'] },
    { root: 'roles/centre', pages: ['queue/index', 'matter/index', 'batch/index', 'ledger/index'] },
    { root: 'roles/command', pages: ['queue/index', 'matter/index', 'catalogue/index', 'knowledge/index'] },
    { root: 'roles/unit', pages: ['desk/index', 'matter/index'] },
    { root: 'roles/papers', pages: ['paper/index'] },
    { root: 'roles/rota', pages: ['board/index', 'seat/index', 'draft/index', 'published/index'] },
    {
      root: 'roles/supervisor',
      pages: [
        'overview/index',
        'coverage/index',
        'papers/index',
        'objections/index',
        'bulletin/index',
        'gaming/index',
        'plate/index',
      ],
    },
    { root: 'roles/visits', pages: ['day/index', 'visit/index', 'plan/index'] },
    { root: 'roles/classes', pages: ['list/index', 'class/index', 'edit/index'] },
    { root: 'roles/language', pages: ['choice/index', 'sample/index', 'review/index'] },
    { root: 'roles/joining', pages: joining },
    ...gallery,
  ],
  // What the next tap on that page needs; nobody's phone fetches a desk that isn't hers.
  preloadRule: {
    'pages/home/index': { network: 'all', packages: ['roles/resident'] },
    'pages/matter/index': { network: 'all', packages: ['roles/resident'] },
    'roles/forward/list/index': { network: 'all', packages: ['roles/resident'] },
    'roles/lawyer/today/index': { network: 'all', packages: ['roles/duty'] },
    'roles/centre/queue/index': { network: 'all', packages: ['roles/forward'] },
    'roles/command/queue/index': { network: 'all', packages: ['roles/forward', 'roles/papers'] },
    'roles/unit/desk/index': { network: 'all', packages: ['roles/forward', 'roles/papers'] },
    'roles/supervisor/overview/index': { network: 'all', packages: ['roles/command', 'roles/papers'] },
  },
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
  sitemapLocation: 'sitemap.json',
  darkmode: true,
  themeLocation: 'theme.json',
  window: {
    navigationBarTitleText: '八分钟法律服务圈',
    navigationBarBackgroundColor: around.ground,
    navigationBarTextStyle: around.words as 'black',
    backgroundColor: around.ground,
    backgroundTextStyle: around.pull as 'dark',
  },
})
