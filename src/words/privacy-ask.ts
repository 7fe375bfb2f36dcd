/** Before WeChat lets anything private through. */
export const privacyAskWords = {
  title: '用到您的信息以前',
  text: '微信要求：用相册、话筒、位置以前，先让您看隐私说明。',
  read: '看隐私说明',
  yes: '同意',
  no: '不同意',
  refused: '没有同意。可以改成写字、打电话或者上门办。',
}
