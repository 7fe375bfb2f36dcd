import { describe, expect, it } from 'vitest'
import { channelsFrom, notifierBy } from '../../cloudfunctions/notifier/channels'
import { authorization } from '../../cloudfunctions/notifier/tc3'
import { type Templates, templatesFrom } from '../../cloudfunctions/notifier/templates'
import { type SmsSettings, tencentSms } from '../../cloudfunctions/notifier/tencent-sms'
import { wechatMessages } from '../../cloudfunctions/notifier/wechat-messages'
import type { Letter } from '../../cloudfunctions/ports'
import { keys, startService, startSms } from '../support/sms'

const templates = (text: string): Templates => {
  const read = templatesFrom('T', text)
  if ('problem' in read) throw new Error(read.problem)
  return read
}
const letter = (more: Partial<Letter> = {}): Letter => ({
  channel: 'sms',
  to: '13900000001',
  template: 'question.offer',
  text: '有人问法律问题',
  params: { topic: '工钱', place: '甲镇 东嘎查' },
  matter: 'question:abc',
  openid: async () => 'oABCD',
  ...more,
})

describe('the signature of a cloud call', () => {
  // 签名方法 v3, the example of Tencent's own documentation: https://www.tencentcloud.com/document/api/213/33224
  const example = {
    service: 'cvm',
    headers: { 'content-type': 'application/json; charset=utf-8', host: 'cvm.tencentcloudapi.com' },
    payload: '{"Limit": 1, "Filters": [{"Values": ["\\u672a\\u547d\\u540d"], "Name": "instance-name"}]}',
    at: 1551113065,
  }
  const pair = { secretId: 'AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE', secretKey: 'Gu5t9xGARNpq86cd98joQYCN3EXAMPLE' }
  it('is the one of the documentation’s example', () => {
    expect(authorization(pair, example)).toBe(
      'TC3-HMAC-SHA256 Credential=AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE/2019-02-25/cvm/tc3_request, SignedHeaders=content-type;host, Signature=72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168',
    )
  })
  it('is another for another key, minute or body', () => {
    const signature = (own: object, more: object) =>
      authorization({ ...pair, ...own }, { ...example, ...more }).slice(-64)
    const all = [
      signature({}, {}),
      signature({ secretKey: 'other' }, {}),
      signature({}, { at: example.at + 1 }),
      signature({}, { payload: '{}' }),
    ]
    expect(new Set(all).size).toBe(4)
  })
})

describe('Tencent Cloud SMS', () => {
  const settings = (url: string, more: Partial<SmsSettings> = {}): SmsSettings => ({
    ...keys,
    appId: '1400006666',
    sign: '库伦旗司法局',
    templates: templates('question.offer=1110:place,topic;sms.none=1111'),
    url,
    ...more,
  })
  const lines: Record<string, unknown>[] = []
  const sends = (own: SmsSettings, timeoutMs?: number) =>
    tencentSms(
      own,
      (line) => void lines.push(line),
      () => 1_791_936_000_000,
      timeoutMs,
    )

  it('is asked by SendSms, signed, with the registered template and its variables in their order', async () => {
    const service = await startSms()
    expect(await sends(settings(service.url))(letter())).toEqual({ said: 'sent', serial: '5000:1' })
    const [asked] = service.asked
    expect(asked?.body).toEqual({
      PhoneNumberSet: ['+8613900000001'],
      SmsSdkAppId: '1400006666',
      SignName: '库伦旗司法局',
      TemplateId: '1110',
      TemplateParamSet: ['甲镇 东嘎查', '工钱'],
    })
    expect(asked?.headers).toMatchObject({
      'x-tc-action': 'SendSms',
      'x-tc-version': '2021-01-11',
      'x-tc-region': 'ap-guangzhou',
      'x-tc-timestamp': '1791936000',
    })
  })
  it('signed by another key is not taken, and it is worth another try once the key is right', async () => {
    const service = await startSms()
    expect(await sends(settings(service.url, { secretKey: 'wrong' }))(letter())).toBe('failed')
    expect(lines.at(-1)).toMatchObject({ what: 'sms', code: 'AuthFailure.SignatureFailure' })
  })
  it('a template that isn’t registered, and a number no SMS reaches, are never asked about', async () => {
    const service = await startSms()
    const send = sends(settings(service.url))
    expect(await send(letter({ template: 'question.routed' }))).toBe('no-template')
    expect(await send(letter({ to: '04750000001' }))).toBe('refused')
    expect(service.asked).toEqual([])
  })
  it('what is said of this number for good is not tried again; everything else is', async () => {
    const service = await startSms({
      '+8613900000001': 'FailedOperation.PhoneNumberInBlacklist',
      '+8613900000002': 'LimitExceeded.DeliveryFrequencyLimit',
      '+8613900000003': { Response: { RequestId: 'r' } },
      '+8613900000004': 'no JSON',
      '+8613900000005': 'gone',
    })
    const send = sends(settings(service.url))
    const said = await Promise.all([1, 2, 3, 4, 5].map((n) => send(letter({ to: `1390000000${n}` }))))
    expect(said).toEqual(['refused', 'failed', 'failed', 'failed', 'failed'])
  })
  it('silent, it is given up', async () => {
    const service = await startSms({ '+8613900000001': 'silence' })
    expect(await sends(settings(service.url), 50)(letter())).toBe('failed')
  })
  it('no number, key or text of a letter goes into the log', async () => {
    const service = await startSms({ '+8613900000001': 'gone', '+8613900000002': 'FailedOperation.X' })
    const send = sends(settings(service.url))
    await send(letter())
    await send(letter({ to: '13900000002' }))
    expect(lines.length).toBeGreaterThan(1)
    for (const secret of ['1390000000', keys.secretKey, '东嘎查', '法律问题'])
      expect(JSON.stringify(lines)).not.toContain(secret)
  })
})

describe('WeChat’s subscription messages', () => {
  const setting = (url: string) => ({
    appid: 'wx1',
    secret: 's3cret-of-the-app',
    url,
    templates: templates('question.taken=tmpl_A-1:name1=by,thing2=org'),
  })
  const taken = letter({
    channel: 'wechat',
    to: 'bao',
    template: 'question.taken',
    params: { by: '李律', org: '第一律师事务所以及一个长得放不进二十个字的名字' },
  })
  type Says = { token?: object; send?: object | (() => object) }
  const startWechat = ({ token, send = { errcode: 0, errmsg: 'ok' } }: Says = {}) =>
    startService(({ path }) =>
      path.startsWith('/cgi-bin/stable_token')
        ? (token ?? { access_token: 'token-1', expires_in: 7200 })
        : typeof send === 'function'
          ? send()
          : send,
    )
  const lines: Record<string, unknown>[] = []
  const sends = (url: string, wall = () => 0) => wechatMessages(setting(url), (line) => void lines.push(line), wall)

  it('are sent with a token to the account, with each variable cut to its kind, and open the matter', async () => {
    const service = await startWechat()
    expect(await sends(service.url)(taken)).toBe('sent')
    const [token, sent] = service.asked
    expect(token).toMatchObject({
      path: '/cgi-bin/stable_token',
      body: { grant_type: 'client_credential', appid: 'wx1', secret: 's3cret-of-the-app' },
    })
    expect(sent?.path).toBe('/cgi-bin/message/subscribe/send?access_token=token-1')
    const thing2 = '第一律师事务所以及一个长得放不进二十个…'
    expect([...thing2]).toHaveLength(20)
    expect(sent?.body).toEqual({
      touser: 'oABCD',
      template_id: 'tmpl_A-1',
      page: 'pages/matter/index?id=question%3Aabc',
      data: { name1: { value: '李律' }, thing2: { value: thing2 } },
    })
  })
  it('ask for a token once in its time, and again after it or once WeChat forgot it', async () => {
    let wall = 0
    let forgotten = false
    const service = await startWechat({ send: () => (forgotten ? { errcode: 40001 } : { errcode: 0 }) })
    const send = sends(service.url, () => wall)
    const tokens = () => service.asked.filter(({ path }) => path.startsWith('/cgi-bin/stable_token')).length
    await send(taken)
    await send(taken)
    expect(tokens()).toBe(1)
    wall = 6_900_001
    await send(taken)
    expect(tokens()).toBe(2)
    forgotten = true
    expect(await send(taken)).toBe('failed')
    forgotten = false
    expect(await send(taken)).toBe('sent')
    expect(tokens()).toBe(3)
  })
  it('go to nobody who didn’t agree, nor where WeChat says that she did not', async () => {
    const service = await startWechat({ send: { errcode: 43101, errmsg: 'user refuse to accept the msg' } })
    const send = sends(service.url)
    expect(await send({ ...taken, openid: async () => undefined })).toBe('refused')
    expect(service.asked).toEqual([])
    expect(await send(taken)).toBe('unwilling')
    expect(await send({ ...taken, template: 'question.routed' })).toBe('no-template')
  })
  it('busy or without a token are worth another try, and no secret is logged', async () => {
    const busy = await startWechat({ send: { errcode: -1 } })
    expect(await sends(busy.url)(taken)).toBe('failed')
    const wrong = await startWechat({ token: { errcode: 40125, errmsg: 'invalid appsecret' } })
    expect(await sends(wrong.url)(taken)).toBe('failed')
    expect(lines.length).toBeGreaterThan(0)
    for (const secret of ['s3cret', 'token-1', 'oABCD', '李律']) expect(JSON.stringify(lines)).not.toContain(secret)
  })
})

describe('a county’s channels', () => {
  const sms = {
    SMS_APP_ID: '1400006666',
    SMS_SIGN: '库伦旗司法局',
    SMS_SECRET_ID: 'id',
    SMS_SECRET_KEY: 'key',
    SMS_TEMPLATES: 'question.offer=1110:place,topic',
  }
  const problem = (env: Record<string, string>) => {
    const read = channelsFrom(env)
    return 'problem' in read ? read.problem : 'none'
  }
  it('are none where nothing is set, and then every letter is told that there is no such channel', async () => {
    expect(channelsFrom({})).toEqual({})
    expect(await notifierBy({}, () => {}).send(letter())).toBe('no-such-channel')
  })
  it('are set whole or not at all', () => {
    expect(channelsFrom(sms)).toMatchObject({ sms: { appId: '1400006666', url: 'https://sms.tencentcloudapi.com' } })
    for (const name of Object.keys(sms))
      expect(problem({ ...sms, [name]: '' })).toMatch(new RegExp(`^${name} is not set`))
    expect(problem({ WECHAT_TEMPLATES: 'question.taken=t:name1=by' })).toContain('needs WECHAT_APPID')
  })
  it('name only templates that there are', () => {
    expect(problem({ ...sms, SMS_TEMPLATES: 'question.ofer=1110' })).toContain('"question.ofer=1110" is not one of our')
    expect(problem({ ...sms, SMS_TEMPLATES: 'question.offer:1110' })).toContain('question.offer:1110')
    expect(templates('question.offer=1110:place,topic;').get('question.offer')).toEqual({
      id: '1110',
      params: [
        { name: 'place', from: 'place' },
        { name: 'topic', from: 'topic' },
      ],
    })
  })
})
