/** Ask for the mail with which a new password can be set. The answer is the same whether the address is known or not. */
import { useState } from 'react';
import { Field } from '../../components/ui/field.tsx';
import { request } from '../../lib/api/request.ts';
import { useWords } from '../../lib/i18n/i18n.ts';
import { DoneScreen } from './done-screen.tsx';
import { FormScreen } from './form-screen.tsx';
import { useSubmit } from './use-submit.ts';

export const ForgotScreen = () => {
  const words = useWords();
  const [email, setEmail] = useState('');
  const { isBusy, isDone, problem, send } = useSubmit(() =>
    request<null>({ method: 'POST', path: '/v1/accounts/reset-request', body: { email: email.trim() } }),
  );
  if (isDone)
    return <DoneScreen icon="mail" title={words.account.mailSent} detail={words.account.mailSentDetail} next="games" />;
  return (
    <FormScreen
      title={words.account.reset}
      detail={words.account.resetAskDetail}
      problem={problem}
      action={{ title: words.account.resetAsk, onPress: () => void send(), isBusy }}
      asides={[{ title: words.account.haveAccount, href: '/sign-in' }]}
    >
      <Field
        label={words.account.email}
        value={email}
        onChangeText={setEmail}
        inputMode="email"
        autoCapitalize="none"
        autoComplete="email"
        onSubmitEditing={() => void send()}
      />
    </FormScreen>
  );
};
