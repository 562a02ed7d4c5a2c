import QRCode from 'qrcode'

/** A QR code as an SVG picture, for screens. */
export const qrSvg = (text: string): Promise<string> => QRCode.toString(text, { type: 'svg', margin: 1, errorCorrectionLevel: 'M' })
