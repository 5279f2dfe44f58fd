import { Refused } from '#contract/call'

/** What came of a try: in, in after a second step, on the way elsewhere, or refused in the server's words. */
export type Outcome = { ok: true; second?: boolean; away?: boolean } | { ok: false; error: Refused }

type Body = Record<string, unknown>

async function send(path: string, body?: object): Promise<Body> {
  const answer = await fetch(`/api/auth/${path}`, {
    method: body ? 'POST' : 'GET',
    credentials: 'include',
    headers: { accept: 'application/json', ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  }).catch(() => {
    throw new Refused(0, { code: 'no-network', title: '' })
  })
  const said = ((await answer.json().catch(() => null)) ?? {}) as Body
  if (!answer.ok) throw new Refused(answer.status, { code: 'unexpected', title: '', ...said } as Refused['body'])
  return said
}

const outcome = async (sending: Promise<Body>): Promise<Outcome> => {
  try {
    const said = await sending
    return said.twoFactorRedirect ? { ok: true, second: true } : { ok: true }
  } catch (error) {
    // send throws nothing else
    return { ok: false, error: error as Refused }
  }
}

/** User name and password. `shared`: a public computer, the session ends with the browser. */
export const signIn = (username: string, password: string, shared: boolean): Promise<Outcome> =>
  outcome(send('sign-in/username', { username: username.replace(/\s/g, ''), password, rememberMe: !shared }))

/** Leaves for the single sign-on of her office; she comes back to `after`, or with `wrong` in the address when it was refused. */
export async function signInSingle(after: string, wrong: string): Promise<Outcome> {
  const body = { provider: 'single', callbackURL: after, errorCallbackURL: wrong }
  const coming = send('sign-in/social', body)
  const came = await outcome(coming)
  if (!came.ok) return came
  location.assign(String((await coming).url))
  return { ok: true, away: true }
}

/** The six digits of the second step, or one of the spare codes. */
export function signInCode(code: string, shared: boolean): Promise<Outcome> {
  const plain = code.replace(/\s/g, '')
  const path = /^\d{6}$/.test(plain) ? 'two-factor/verify-totp' : 'two-factor/verify-backup-code'
  return outcome(send(path, { code: plain, trustDevice: !shared }))
}

export const signOut = (): Promise<Outcome> => outcome(send('sign-out', {}))

/** A new password; all other devices are signed out. */
export const changePassword = (currentPassword: string, newPassword: string): Promise<Outcome> =>
  outcome(send('change-password', { currentPassword, newPassword, revokeOtherSessions: true }))

/** Begins the second step: the address for the code app, and the spare codes. Throws Refused when the password is wrong. */
export async function startSecondStep(password: string): Promise<{ uri: string; spare: string[] }> {
  const body = await send('two-factor/enable', { password })
  return { uri: String(body.totpURI), spare: (body.backupCodes as string[] | undefined) ?? [] }
}

/** The first six digits prove that the code app works; only then the second step is on. */
export const proveSecondStep = (code: string): Promise<Outcome> => outcome(send('two-factor/verify-totp', { code }))

type Ceremony = {
  parseRequestOptionsFromJSON?: (options: unknown) => PublicKeyCredentialRequestOptions
  parseCreationOptionsFromJSON?: (options: unknown) => PublicKeyCredentialCreationOptions
}
// typed here because these are younger than the DOM library's declarations
const ceremony = (): Ceremony | undefined => globalThis.PublicKeyCredential as unknown as Ceremony | undefined

/** Can this browser sign in with a finger, a face or a key? */
export const knowsPasskeys = (): boolean => Boolean(ceremony()?.parseRequestOptionsFromJSON)

/** Signs in with a finger, a face or a key. Undefined when she called it off. */
export async function signInPasskey(): Promise<Outcome | undefined> {
  try {
    const options = await send('passkey/generate-authenticate-options')
    const publicKey = ceremony()?.parseRequestOptionsFromJSON?.(options)
    const credential = publicKey && (await navigator.credentials.get({ publicKey }).catch(() => null))
    return credential ? await outcome(send('passkey/verify-authentication', { response: credential })) : undefined
  } catch (error) {
    return { ok: false, error: error as Refused }
  }
}

/** Lets this device sign in with its finger, face or key from now on. Undefined when she called it off. */
export async function addPasskey(name: string): Promise<Outcome | undefined> {
  try {
    const options = await send('passkey/generate-register-options')
    const publicKey = ceremony()?.parseCreationOptionsFromJSON?.(options)
    const credential = publicKey && (await navigator.credentials.create({ publicKey }).catch(() => null))
    return credential ? await outcome(send('passkey/verify-registration', { response: credential, name })) : undefined
  } catch (error) {
    return { ok: false, error: error as Refused }
  }
}
