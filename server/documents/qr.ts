import QRCode from 'qrcode'

/**
 * A QR code as an SVG picture, for screens. Addresses are mostly lower case: bytes at once, without looking for a shorter
 * mixture of modes, and with one mask for all, because comparing eight of them takes longer than everything else.
 */
export const qrSvg = (text: string): Promise<string> =>
  QRCode.toString([{ data: Buffer.from(text), mode: 'byte' }], {
    type: 'svg',
    margin: 1,
    errorCorrectionLevel: 'M',
    maskPattern: 3,
  })
