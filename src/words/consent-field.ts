/** Beside a field that asks for more than anybody needs: what for, how long, what a no means. */
export const healthWords = {
  label: '健康状况要您单独同意',
  hint: '只用来免查经济困难、安排方便的办法，和这件事一起存档。不同意的，把上面那一项去掉，照样受理，可能要另外说明经济困难。',
  yes: '同意使用这一项',
}
