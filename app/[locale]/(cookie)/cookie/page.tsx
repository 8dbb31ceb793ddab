import { LanePage, type LaneProps, laneMetadata } from '@/app/_pages/lane/lane-page'

export const generateMetadata = laneMetadata('cookie')

export default function Page({ params }: LaneProps) {
  return <LanePage strategy="cookie" params={params} />
}
