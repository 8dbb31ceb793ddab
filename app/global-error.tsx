'use client' // an error boundary has to be

import { Button } from '@/app/_ui/button'
import { Plain } from '@/app/_ui/reading/plain'
import '@/app/styles/site.css'

/** When the layout itself fails there are no catalogues: plain sentences in both languages. */
export default function GlobalError() {
  return (
    <html lang="en">
      <body>
        <title>Remember Me</title>
        <Plain title="Remember Me">
          <p>The page could not be drawn. Nothing of your sandbox is lost. Reload the page.</p>
          <p lang="ko">
            페이지를 표시하지 못했습니다. 샌드박스의 내용은 그대로입니다. 페이지를 새로 고치십시오.
          </p>
          <Button onClick={() => location.reload()}>
            Reload · <span lang="ko">새로 고침</span>
          </Button>
        </Plain>
      </body>
    </html>
  )
}
