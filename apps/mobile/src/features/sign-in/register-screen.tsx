/** Ask for an account. Age is asked first and neutrally; the answer to a mail confirms the address. */
import { useState } from 'react';
import { View } from 'react-native';
import { Chips } from '../../components/ui/chips.tsx';
import { Field } from '../../components/ui/field.tsx';
import { Text } from '../../components/ui/text.tsx';
import { request } from '../../lib/api/request.ts';
import { useWords } from '../../lib/i18n/i18n.ts';
import { space } from '../../lib/theme/tokens.ts';
import { DoneScreen } from './done-screen.tsx';
import { FormScreen } from './form-screen.tsx';
import { useSubmit } from './use-submit.ts';

type Answers = {
  readonly email: string;
  readonly password: string;
  readonly displayName: string;
  readonly country: string;
  readonly birthDate: string;
};

const empty: Answers = { email: '', password: '', displayName: '', country: '', birthDate: '' };

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text.trim());

export const RegisterScreen = () => {
  const words = useWords();
  const [answers, setAnswers] = useState(empty);
  const [isAdult, setAdult] = useState<'yes' | 'no' | null>(null);
  const [isTried, setTried] = useState(false);
  const { isBusy, isDone, problem, send } = useSubmit(() => {
    const { birthDate, ...rest } = answers;
    const country = answers.country.trim().toUpperCase();
    const body = {
      ...rest,
      email: answers.email.trim(),
      country,
      birthYearMonthDay: isAdult === 'yes' ? null : birthDate.trim(),
    };
    return request<null>({ method: 'POST', path: '/v1/accounts/register', body });
  });
  if (isDone)
    return <DoneScreen icon="mail" title={words.account.mailSent} detail={words.account.mailSentDetail} next="games" />;

  const needed = ['email', 'password', 'displayName', 'country'] as const;
  const isFilled =
    isAdult !== null &&
    needed.every((key) => answers[key].trim() !== '') &&
    (isAdult === 'yes' || isDay(answers.birthDate));
  const onPress = () => {
    setTried(true);
    if (isFilled) void send();
  };
  const field = (key: keyof Answers) => ({
    value: answers[key],
    onChangeText: (text: string) => setAnswers({ ...answers, [key]: text }),
    problem: isTried && answers[key].trim() === '' ? words.account.missing : null,
  });
  return (
    <FormScreen
      title={words.account.register}
      problem={problem}
      action={{ title: words.account.register, onPress, isBusy }}
      asides={[{ title: words.account.haveAccount, href: '/sign-in' }]}
    >
      <View style={{ gap: space.xs, marginHorizontal: -space.l }}>
        <Text size="table" weight="600" style={{ paddingHorizontal: space.l }}>
          {words.account.isAdult}
        </Text>
        <Chips
          label={words.account.isAdult}
          choices={[
            { value: 'yes', title: words.account.yes },
            { value: 'no', title: words.account.no },
          ]}
          chosen={isAdult}
          onChoose={setAdult}
        />
        {isTried && isAdult === null && (
          <Text role="alert" size="caption" tone="missed" style={{ paddingHorizontal: space.l }}>
            {words.account.missing}
          </Text>
        )}
      </View>
      {isAdult === 'no' && (
        <Field
          label={words.account.birthDate}
          hint={words.account.birthDateHint}
          {...field('birthDate')}
          problem={isTried && !isDay(answers.birthDate) ? words.account.birthDateHint : null}
          autoComplete="birthdate-full"
        />
      )}
      <Field
        label={words.account.displayName}
        hint={words.account.displayNameHint}
        {...field('displayName')}
        autoComplete="name"
      />
      <Field
        label={words.account.email}
        {...field('email')}
        inputMode="email"
        autoCapitalize="none"
        autoComplete="email"
      />
      <Field
        label={words.account.password}
        hint={words.account.passwordHint}
        {...field('password')}
        reveal={{ show: words.account.show, hide: words.account.hide }}
        autoCapitalize="none"
        autoComplete="new-password"
      />
      <Field
        label={words.account.country}
        hint={words.account.countryHint}
        {...field('country')}
        autoCapitalize="characters"
        maxLength={2}
      />
    </FormScreen>
  );
};
