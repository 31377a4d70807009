import { describe, expect, it } from '@jest/globals';
import { mailText } from './mail.ts';

const words = (title: string, body: string) => ({
  title,
  body,
  why: `why: ${title}`,
  notification: {} as never,
});
const parts = {
  zh: words('逾期未签收', '单位 <script>alert("x")</script> & 某某'),
  en: words('Overdue', "Unit 'A' > B"),
  link: 'https://bihuan.example/hazards/X',
  needsAcknowledgement: true,
};

describe('the words of a mail', () => {
  const { subject, text, html } = mailText(parts);

  it('are in both languages, Chinese first, with reason and link', () => {
    expect(subject).toBe('逾期未签收 | Overdue');
    expect(text.indexOf('逾期未签收')).toBeLessThan(text.indexOf('Overdue'));
    for (const part of [
      '为何告知您：why: 逾期未签收',
      'Why you were told: why: Overdue',
      'acknowledge this message',
    ])
      expect(text).toContain(part);
    expect(text.split(parts.link)).toHaveLength(3);
  });

  it('are text, whatever was filed', () => {
    expect(html).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; 某某');
    expect(html).toContain('Unit &#39;A&#39; &gt; B');
    expect(html).not.toContain('<script');
  });

  it('ask for nothing where nothing is to be acknowledged, and lead nowhere where there is no hazard', () => {
    const plain = mailText({ ...parts, link: null, needsAcknowledgement: false });
    expect(plain.text + plain.html).not.toMatch(/确认收到|acknowledge this|href|查看隐患/);
  });
});
