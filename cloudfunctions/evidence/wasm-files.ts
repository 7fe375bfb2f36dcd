/** The codecs' own code, as it lies in the packages; a build lays the same files beside its bundle. */
export const wasmFiles = {
  jpegIn: '@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm',
  jpegOut: '@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm',
  png: '@jsquash/png/codec/pkg/squoosh_png_bg.wasm',
  webpIn: '@jsquash/webp/codec/dec/webp_dec.wasm',
  webpOut: '@jsquash/webp/codec/enc/webp_enc.wasm',
  webpOutFast: '@jsquash/webp/codec/enc/webp_enc_simd.wasm',
}
