import { LanePage, type LaneProps, laneMetadata } from '@/app/_pages/lane/lane-page'

export const generateMetadata = laneMetadata('jwt')

export default function Page({ params }: LaneProps) {
  return <LanePage strategy="jwt" params={params} />
}
