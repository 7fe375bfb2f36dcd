declare module 'subset-font' {
  /** The font with only the glyphs that this text can need. */
  export default function subset(
    font: Buffer,
    text: string,
    options?: { targetFormat?: 'sfnt' | 'woff' | 'woff2' | 'truetype' },
  ): Promise<Buffer>
}
