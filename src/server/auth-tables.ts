/**
 * Under which names better-auth finds its tables (migrations/0004-accounts.sql): its `user` is our account, its `account`
 * our credential, because a person, a user and an account are three things here.
 */
export const authTables = {
  user: {
    modelName: 'account',
    fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    additionalFields: {
      person: { type: 'string', required: true, input: false },
      shard: { type: 'number', required: true, input: false, returned: false },
      unit: { type: 'number', required: true, input: false, returned: false },
      mustChange: { type: 'boolean', required: true, defaultValue: false, input: false, fieldName: 'must_change' },
      disabled: { type: 'boolean', required: true, defaultValue: false, input: false },
      failures: { type: 'number', required: true, defaultValue: 0, input: false, returned: false },
      lockedUntil: { type: 'date', required: false, input: false, returned: false, fieldName: 'locked_until' },
      language: { type: 'string', required: true, defaultValue: 'zh-CN', input: false },
      size: { type: 'string', required: true, defaultValue: 'usual', input: false },
      mail: { type: 'string', required: false, input: false },
      noticeBy: { type: 'string', required: true, defaultValue: 'mail', input: false, fieldName: 'notice_by' },
      noticeTo: { type: 'string', required: false, input: false, fieldName: 'notice_to' },
      digest: { type: 'string', required: true, defaultValue: 'off', input: false },
      theme: { type: 'string', required: true, defaultValue: 'system', input: false },
    },
  },
  account: {
    modelName: 'credential',
    fields: {
      userId: 'user_id',
      accountId: 'account_id',
      providerId: 'provider_id',
      accessToken: 'access_token',
      refreshToken: 'refresh_token',
      idToken: 'id_token',
      accessTokenExpiresAt: 'access_token_expires_at',
      refreshTokenExpiresAt: 'refresh_token_expires_at',
      createdAt: 'created_at',
      updatedAt: 'updated_at',
    },
  },
  session: {
    fields: {
      userId: 'user_id',
      expiresAt: 'expires_at',
      ipAddress: 'ip_address',
      userAgent: 'user_agent',
      createdAt: 'created_at',
      updatedAt: 'updated_at',
    },
  },
  verification: { fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' } },
  rateLimit: { modelName: 'rate_limit', fields: { lastRequest: 'last_request' } },
  username: { user: { fields: { displayUsername: 'display_username' } } },
  twoFactor: {
    user: { fields: { twoFactorEnabled: 'two_factor' } },
    twoFactor: {
      modelName: 'second_factor',
      fields: {
        userId: 'user_id',
        backupCodes: 'backup_codes',
        failedVerificationCount: 'failed_verification_count',
        lockedUntil: 'locked_until',
      },
    },
  },
  passkey: {
    passkey: {
      fields: {
        userId: 'user_id',
        publicKey: 'public_key',
        credentialID: 'credential_id',
        deviceType: 'device_type',
        backedUp: 'backed_up',
        createdAt: 'created_at',
      },
    },
  },
} as const
