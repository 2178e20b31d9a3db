/** Set a new password with the token of a mail. Signs nobody in. */
import { useState } from 'react';
import { Field } from '../../components/ui/field.tsx';
import { request } from '../../lib/api/request.ts';
import { useWords } from '../../lib/i18n/i18n.ts';
import { useLinkToken } from '../../lib/link-token/link-token.ts';
import { DoneScreen } from './done-screen.tsx';
import { FormScreen } from './form-screen.tsx';
import { useSubmit } from './use-submit.ts';

export const ResetScreen = () => {
  const words = useWords();
  const token = useLinkToken();
  const [password, setPassword] = useState('');
  const { isBusy, isDone, problem, send } = useSubmit(() =>
    request<null>({ method: 'POST', path: '/v1/accounts/reset', body: { token, password } }),
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
      <DoneScreen icon="check" title={words.account.resetDone} detail={words.account.resetDoneDetail} next="sign-in" />
    );
  return (
    <FormScreen
      title={words.account.reset}
      problem={problem}
      action={{ title: words.account.reset, onPress: () => void send(), isBusy }}
    >
      <Field
        label={words.account.newPassword}
        hint={words.account.passwordHint}
        value={password}
        onChangeText={setPassword}
        reveal={{ show: words.account.show, hide: words.account.hide }}
        autoCapitalize="none"
        autoComplete="new-password"
        onSubmitEditing={() => void send()}
      />
    </FormScreen>
  );
};
