'use client' // an error boundary has to be

import '@/app/styles/site.css'
import '@/app/styles/base.css'

/** When the layout itself fails there are no catalogues: plain sentences in both languages. */
export default function GlobalError() {
  return (
    <html lang="en">
      <body>
        <title>Remember Me</title>
        <main className="wrap plain">
          <h1>Remember Me</h1>
          <p>The page could not be drawn. Nothing of your sandbox is lost. Reload the page.</p>
          <p lang="ko">
            페이지를 표시하지 못했습니다. 샌드박스의 내용은 그대로입니다. 페이지를 새로 고치십시오.
          </p>
          <button type="button" onClick={() => location.reload()}>
            Reload · <span lang="ko">새로 고침</span>
          </button>
        </main>
      </body>
    </html>
  )
}
