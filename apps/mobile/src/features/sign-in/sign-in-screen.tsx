/** Sign in with e-mail and password. */
import { router } from 'expo-router';
import { useState } from 'react';
import { Field } from '../../components/ui/field.tsx';
import { useWords } from '../../lib/i18n/i18n.ts';
import { signIn } from '../../lib/session/session.ts';
import { FormScreen } from './form-screen.tsx';
import { useSubmit } from './use-submit.ts';

export const SignInScreen = () => {
  const words = useWords();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [isTried, setTried] = useState(false);
  const { isBusy, problem, send } = useSubmit(async () => {
    await signIn(email.trim(), password);
    if (router.canGoBack()) router.back();
    else router.replace('/');
  });
  const isFilled = email.trim() !== '' && password !== '';
  const onPress = () => {
    setTried(true);
    if (isFilled) void send();
  };
  const missing = (text: string) => (isTried && text.trim() === '' ? words.account.missing : null);
  return (
    <FormScreen
      title={words.account.signIn}
      detail={words.account.signInWhy}
      problem={problem}
      action={{ title: words.account.signIn, onPress, isBusy }}
      asides={[
        { title: words.account.forgot, href: '/forgot' },
        { title: words.account.noAccount, href: '/register' },
      ]}
    >
      <Field
        label={words.account.email}
        value={email}
        onChangeText={setEmail}
        problem={missing(email)}
        inputMode="email"
        autoCapitalize="none"
        autoComplete="username"
      />
      <Field
        label={words.account.password}
        value={password}
        onChangeText={setPassword}
        problem={missing(password)}
        reveal={{ show: words.account.show, hide: words.account.hide }}
        autoCapitalize="none"
        autoComplete="current-password"
        onSubmitEditing={onPress}
      />
    </FormScreen>
  );
};
