export type PageLanguage = 'zh' | 'en';

/** Words of the sign-in pages. */
export const texts = {
  zh: {
    product: '闭环 · 登录服务',
    demoOnly: '仅供开发和演示，不得用于正式环境',
    otherLanguage: 'English',
    signIn: '登录',
    login: '账号',
    password: '密码',
    refused: '账号或密码有误。',
    whereAccounts: '演示账号按职务设立；账号和密码见启动时列出的 demo-accounts.json。',
    about: '这里签发“闭环”演示环境的登录令牌。正式环境请改用本单位的统一身份认证（OpenID Connect）。',
    lostAtRestart: '登录状态保存在内存中，重启后须重新登录。',
    discovery: 'OpenID Connect 配置',
    failed: '登录未完成',
    startAgain: '请返回原页面重新登录。',
    signOut: '退出登录',
    signOutQuestion: '要退出登录吗？',
    stay: '保持登录',
    signedOut: '已退出登录',
  },
  en: {
    product: 'Bihuan · sign-in',
    demoOnly: 'For development and demonstration only; not for production',
    otherLanguage: '中文',
    signIn: 'Sign in',
    login: 'Account',
    password: 'Password',
    refused: 'Unknown account or wrong password.',
    whereAccounts:
      'Demo accounts name roles. Logins and passwords are in the demo-accounts.json printed at start.',
    about:
      'Signs people and systems in to the demonstration of Bihuan. In production use your own OpenID Connect provider.',
    lostAtRestart: 'Sessions are kept in memory: after a restart everybody signs in again.',
    discovery: 'OpenID Connect configuration',
    failed: 'Sign-in was not completed',
    startAgain: 'Go back to where you came from and sign in again.',
    signOut: 'Sign out',
    signOutQuestion: 'Do you want to sign out?',
    stay: 'Stay signed in',
    signedOut: 'Signed out',
  },
} as const satisfies Record<PageLanguage, Record<string, string>>;
