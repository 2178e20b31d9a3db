/** Confirm an e-mail address: a button spends the link, so that a mail program's preview does not. */
import { request } from '../../lib/api/request.ts';
import { useWords } from '../../lib/i18n/i18n.ts';
import { useLinkToken } from '../../lib/link-token/link-token.ts';
import { DoneScreen } from './done-screen.tsx';
import { FormScreen } from './form-screen.tsx';
import { useSubmit } from './use-submit.ts';

export const VerifyScreen = () => {
  const words = useWords();
  const token = useLinkToken();
  const { isBusy, isDone, problem, send } = useSubmit(() =>
    request<null>({ method: 'POST', path: '/v1/accounts/verify', body: { token } }),
  );
  if (token === null) {
    return (
      <DoneScreen
        icon="warning"
        title={words.account.linkMissing}
        detail={words.account.linkMissingDetail}
        next="sign-in"
      />
    );
  }
  if (isDone)
    return (
      <DoneScreen icon="check" title={words.account.verified} detail={words.account.verifiedDetail} next="sign-in" />
    );
  return (
    <FormScreen
      title={words.account.verify}
      detail={words.account.verifyDetail}
      problem={problem}
      action={{ title: words.account.verify, onPress: () => void send(), isBusy }}
    />
  );
};
