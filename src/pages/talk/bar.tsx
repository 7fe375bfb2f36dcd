import { Text, Textarea, View } from '@tarojs/components'
import { useState } from 'react'
import type { Talk } from '@/client/talk'
import { Button, Icon, Notice, Press, Sheet, VoiceRecorder } from '@/ui'
import { talkWords as words } from '@/words/talk'
import './talk.css'

type TalkBarProps = {
  talk: Talk
  /** Unique on the page. */
  id: string
  placeholder?: string
  /** Sounds and photos need somebody who is signed in. */
  files?: boolean
}

const LONGEST = 1000

/** Where one writes, speaks or adds a photo: in the foot of the page that shows the TalkList. */
export function TalkBar({ talk, id, placeholder = words.write, files = true }: TalkBarProps) {
  const [saying, setSaying] = useState(false)
  const [said, setSaid] = useState<{ path: string; seconds: number }>()
  const [message, setMessage] = useState<string>()
  const over = talk.text.trim().length - LONGEST

  function sendSaid() {
    if (said) talk.sendVoice(said.path, said.seconds)
    close()
  }
  function close() {
    setSaying(false)
    setSaid(undefined)
  }
  async function addPhotos() {
    setMessage(undefined)
    setMessage(await talk.sendPhotos())
  }

  return (
    <>
      {(message || over > 0) && (
        <View className="talk__bar">
          <Notice tone="amber" said>
            {over > 0 ? words.tooLong(over) : message}
          </Notice>
        </View>
      )}
      <View className="talk__bar">
        {files && (
          <>
            <Press className="talk__tool" onClick={() => setSaying(true)}>
              <Icon name="mic" size="s" />
              <Text>{words.say}</Text>
            </Press>
            <Press className="talk__tool" onClick={() => void addPhotos()} ariaLabel={words.addPhoto}>
              <Icon name="camera" size="s" />
            </Press>
          </>
        )}
        <View className="talk__write field__box">
          <Textarea
            id={id}
            className="field__entry talk__entry"
            value={talk.text}
            placeholder={placeholder}
            placeholderClass="field__blank"
            ariaLabel={placeholder}
            autoHeight
            maxlength={-1}
            cursorSpacing={16}
            onInput={(event: { detail: { value: string } }) => talk.write(event.detail.value)}
          />
        </View>
        <Press className="talk__tool talk__tool--main" onClick={() => over <= 0 && talk.send()}>
          <Text>{words.send}</Text>
        </Press>
      </View>
      <Sheet open={saying} title={words.sayTitle} onClose={close}>
        <VoiceRecorder
          id={`${id}-voice`}
          label={words.say}
          labelUnseen
          hint={words.sayHint}
          value={said}
          onRecorded={(path, seconds) => setSaid({ path, seconds })}
          onRemove={() => setSaid(undefined)}
        />
        {said && <Button kind="main" icon="send" text={words.sendSaid} onPress={sendSaid} />}
      </Sheet>
    </>
  )
}
